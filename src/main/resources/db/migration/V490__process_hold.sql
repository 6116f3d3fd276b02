-- Processes that are suspended as a whole, and which of their running cases were held with them.

create table process_hold (
  process    varchar(64)              not null,
  reason     varchar(1000)            not null,
  held_by    varchar(64)              not null,
  held_at    timestamp with time zone not null,
  resumed_by varchar(64),             -- null while it is suspended; set while its cases go on, one after the other
  resumed_at timestamp with time zone,
  constraint pk_process_hold primary key (process)
);

create table process_hold_case (
  process     varchar(64) not null,
  case_number varchar(40) not null,
  held        boolean     not null, -- false: it was held before, on its own, and stays so
  constraint pk_process_hold_case primary key (process, case_number),
  constraint fk_process_hold_case_process foreign key (process) references process_hold (process)
);
