-- The engine keeps less of the past than before (engine.KeptEvents) and refuses to start
-- on a database that says another level than its own.
update ACT_GE_PROPERTY set VALUE_ = '20' where NAME_ = 'historyLevel';
