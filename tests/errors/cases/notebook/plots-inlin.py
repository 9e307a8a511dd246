# rule: notebook_commands.window_not_at_hand
# source: constructed
# says: %matplotlib inline
# %% fails
%matplotlib inlin
