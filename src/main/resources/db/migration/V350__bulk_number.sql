-- The number of a batch as people read it; the log of each case decided in it says it.

alter table bulk_batch add column number varchar(20);
update bulk_batch set number = 'PL-' || upper(substring(cast(id as varchar(36)) from 1 for 12));
alter table bulk_batch alter column number set not null;
create unique index ux_bulk_batch_number on bulk_batch (number);
