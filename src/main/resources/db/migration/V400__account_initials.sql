-- accounts are found by the initials of a Chinese name too; empty where there is none, filled when the program starts
alter table account add column initials varchar(200);
