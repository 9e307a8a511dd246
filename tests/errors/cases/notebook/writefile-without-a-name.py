# rule: notebook_commands.file_without_a_name
# source: constructed
# says: %%writefile script.py
# %% fails
%%writefile
print(1)
# %% mended
%%writefile script.py
print(1)
