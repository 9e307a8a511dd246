# rule: notebook.shell_command_as_name
# source: constructed
# says: !ls \-la
# %% fails
import os
ls -la
