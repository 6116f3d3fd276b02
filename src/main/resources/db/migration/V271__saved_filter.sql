-- Filters people keep for their lists.
create table saved_filter (
  id        uuid         not null,
  username  varchar(64)  not null,
  name      varchar(60)  not null,
  view_name varchar(10)  not null,
  query     varchar(900) not null, -- as in an address
  place     integer      not null,
  initial   boolean      not null, -- applied when the list is opened
  constraint pk_saved_filter primary key (id),
  constraint ck_saved_filter_view check (view_name = any (array['todo', 'done', 'requests', 'copied', 'cases']))
);
create index ix_saved_filter_username on saved_filter (username, place);
