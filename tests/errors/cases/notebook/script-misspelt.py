# rule: notebook_commands.script_not_there
# source: constructed
# says: %run train_model\.py
# %% before
open('train_model.py', 'w').write('x = 1')
# %% fails
%run train_modl.py
# %% mended
%run train_model.py
