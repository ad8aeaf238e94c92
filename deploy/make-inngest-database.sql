-- Runs once, when the volume is new: the Inngest server keeps its books apart from the application's.
create database inngest;
