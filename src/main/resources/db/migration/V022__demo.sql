-- The demonstration: which parts of its data are loaded, how far its clock is ahead. Empty everywhere else.

create table demo_load (
  part      varchar(100)             not null,
  loaded_at timestamp with time zone not null,
  constraint pk_demo_load primary key (part)
);

create table demo_state (
  id            integer not null,
  clock_ahead   bigint  not null, -- milliseconds
  password_hash varchar(200),     -- of the password all demo accounts were given
  constraint pk_demo_state primary key (id),
  constraint ck_demo_state_one check (id = 1)
);

insert into demo_state (id, clock_ahead, password_hash) values (1, 0, null);
