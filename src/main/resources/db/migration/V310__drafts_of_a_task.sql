-- Pages of tasks learn with the tasks themselves whether anybody has a draft of one.
create index draft_of_subject on draft (subject, kind);
