# rule: notebook_commands.conda_not_at_hand
# source: constructed
# says: %pip install numpy
# %% fails
%conda install numpy -y
