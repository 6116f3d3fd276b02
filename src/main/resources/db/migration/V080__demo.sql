-- which parts of the demo data are loaded; empty without the demo profile
create table demo_part (
  name      varchar(100)             not null,
  loaded_at timestamp with time zone not null,
  constraint pk_demo_part primary key (name)
);
