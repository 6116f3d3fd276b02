-- Where several write a form together its draft is everybody's: who kept it last.

alter table draft add column edited_by varchar(100);
