# rule: notebook_commands.script_not_there
# source: constructed
# says: %run helpers.py
# %% before
open('helpers.py', 'w').write('x = 1\n')
# %% fails
%run helper.py
# %% mended
%run helpers.py
