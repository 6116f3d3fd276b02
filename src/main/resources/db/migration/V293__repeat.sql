-- Decided by the house itself, because the same person had decided an earlier step.
alter table work_item add column repeated boolean default false not null;
