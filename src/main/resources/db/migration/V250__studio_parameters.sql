-- Parameters that administrators add for their diagrams carry their names themselves.

alter table parameter add column label_en varchar(100);
alter table parameter add column label_zh varchar(100);
