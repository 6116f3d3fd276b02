-- Objections after a notice is over are taken too; discipline inspection settles them itself.

alter table objection add column late boolean default false not null;
alter table objection add column settled_by varchar(100);

create index ix_objection_late on objection (late, raised_at, id);
