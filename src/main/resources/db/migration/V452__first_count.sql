-- the dashboard leaves out cases reserved for a role, which are few
create index ix_case_file_reserved on case_file (reserved_for, number);
-- who is paired with whom: organisations with pairings in order of their codes
create index ix_pairing_matrix on pairing (government_org, enterprise_org, status);
create index ix_pairing_matrix_back on pairing (enterprise_org, government_org, status);
