# rule: notebook_imports.file_elsewhere
# source: constructed
# says: import sys
# %% before
import os
os.mkdir('nbs'); open('nbs/mine.py','w').write('x=1')
# %% fails
import mine
# %% mended
import sys
sys.path.append('nbs')
import mine
