# rule: notebook_commands.window_not_at_hand
# source: constructed
# says: ipympl
# %% fails
%matplotlib widget
