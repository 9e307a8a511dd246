# rule: notebook.shell_command
# source: constructed
# says: %cd data
# says: data
# %% fails
cd data
ls
