# rule: notebook.shell_command
# source: constructed
# says: !unzip \-q data\.zip
# says: unzip
# %% fails
import os
!ls
unzip -q data.zip
