# rule: notebook_imports.no_such_name
# source: constructed
# says: from os import getcwd
# %% fails
import re
x = 'n'
from os import getcwdd
# %% mended
import re
x = 'n'
from os import getcwd
