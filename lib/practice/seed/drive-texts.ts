/** What stands in the documents and spreadsheets of the practice company. */
export const returnsGuide = `# Returns guide

Customers may send things back within **30 days**. The label is on [our page](https://acme.example/returns).

## What we take back

- Unused kitchen tools in their box
- Garden tools
  - cleaned, please
- Nothing that was engraved

## Steps

1. Look the order up
2. Send the label
3. Note the return in the spreadsheet *Returns*`

export const onCallNotes = `# On-call notes

- Restart the importer with \`shop import --resume\`
- The payment provider answers at all hours

Last week: Priya. This week: Tomás.`

export const offerTemplate = `# Offer

Dear {{customer}},

thank you for your question about {{article}}. We can send it for **{{price}}** until {{date}}.

Kind regards
Acme`

export const priceList = `Article,Name,Price,In stock
K-101,Chef’s knife,39.9,42
K-102,Bread knife,29.9,17
K-110,Cutting board,24.5,63
G-300,Hand rake,18.5,8
G-301,Pruning shears,32,0`

export const suppliers = [
  ['Supplier', 'E-mail', 'Article'],
  ['Osei Steel', 'ben.osei@suppliers.example', 'K-101'],
  ['Hart Garden', 'maya.hart@suppliers.example', 'G-300'],
]
