# rule: notebook.shell_command_as_name
# source: constructed
# says: !nvidia\-smi
# says: nvidia
# %% fails
x = 1
nvidia-smi
