# rule: not notebook_commands.window_not_at_hand
# source: constructed
# %% before
open('broken_helper.py', 'w').write('from json import nothing_here\n')
import sys
sys.path.insert(0, '')
# %% fails
%matplotlib inline
import broken_helper
