-- Decisions made on many tasks at once; each counts on its own.

create table bulk_batch (
  id         uuid                     not null,
  username   varchar(64)              not null,
  decision   varchar(40)              not null,
  remark     varchar(1000),
  created_at timestamp with time zone not null,
  constraint pk_bulk_batch primary key (id)
);
create index ix_bulk_batch_username on bulk_batch (username, created_at);

create table bulk_item (
  batch    uuid         not null,
  place    integer      not null,
  task_id  varchar(64)  not null,
  done     boolean,      -- null: its turn has not come
  problem  varchar(200), -- message key
  argument varchar(400),
  constraint pk_bulk_item primary key (batch, place),
  constraint fk_bulk_item_batch foreign key (batch) references bulk_batch (id)
);
