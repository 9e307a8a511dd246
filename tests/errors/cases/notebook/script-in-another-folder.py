# rule: notebook_commands.script_not_there
# source: constructed
# says: %run scripts/train\.py
# %% before
import os
os.makedirs('scripts')
open('scripts/train.py', 'w').write('x = 1')
# %% fails
%run train.py
# %% mended
%run scripts/train.py
