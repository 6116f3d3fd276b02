-- Browsers an account was used with; a lock after wrong passwords does not concern them.
create table known_device (
  token_hash varchar(64)              not null,
  username   varchar(60)              not null,
  created_at timestamp with time zone not null,
  constraint pk_known_device primary key (token_hash),
  constraint fk_known_device_account foreign key (username) references account (username)
);

create index ix_known_device_username on known_device (username);
