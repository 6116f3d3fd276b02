-- What a program's Idempotency-Key led to. The row is written in the transaction of the effect itself,
-- so key, effect and answer exist together or not at all.
create table api_answer (
  username    varchar(64)              not null,
  request_key varchar(200)             not null,
  request     varchar(64)              not null, -- hash of method, path and body
  status      integer,                           -- null while the request is carried out
  media_type  varchar(100),
  location    varchar(400),
  body        text,
  created_at  timestamp with time zone not null,
  constraint pk_api_answer primary key (username, request_key)
);

create index ix_api_answer_created_at on api_answer (created_at);
