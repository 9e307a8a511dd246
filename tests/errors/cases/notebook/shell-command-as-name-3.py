# rule: notebook.shell_command_as_name
# source: constructed
# says: !ls
# %% fails
x=1
ls
