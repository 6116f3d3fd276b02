-- Tasks that are late are found in the index that lists who waits longest, without reading every task; plaques by approval.
drop index ix_work_item_waiting;
create index ix_work_item_waiting on work_item (state, created_at, id, due_at);
create index ix_plaque_approved on plaque (approved_at, id);
