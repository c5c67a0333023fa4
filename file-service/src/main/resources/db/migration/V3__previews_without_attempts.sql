-- Pages are drawn by processes of their own, so no pod dies of a file, and none has to note what it tries.
update objects set preview = null where preview = 'TRYING';
