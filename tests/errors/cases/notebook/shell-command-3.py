# rule: notebook.shell_command
# source: constructed
# says: !wget https://files\.fast\.ai/data/pets\.tgz
# says: wget
# %% fails
import os
wget https://files.fast.ai/data/pets.tgz
