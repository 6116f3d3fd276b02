-- The functions of the zone a department has, separated by commas: the decision table
-- problem-department names a function, this says which department that is.
alter table department add column functions varchar(300) default '' not null;
