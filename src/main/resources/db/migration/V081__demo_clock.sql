-- how far the clock of the demonstration is ahead of the real one; 0 without the demo profile
create table demo_clock (
  id    integer not null,
  ahead bigint  not null, -- milliseconds
  constraint pk_demo_clock primary key (id),
  constraint ck_demo_clock_one check (id = 1)
);

insert into demo_clock (id, ahead) values (1, 0);
