# rule: notebook_commands.script_not_there
# source: constructed
# says: found no file\s+train_model.py
# %% fails
%load train_model.py
