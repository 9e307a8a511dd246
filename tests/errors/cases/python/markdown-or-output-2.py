# rule: python_spelling.markdown_or_output
# source: constructed
# says: \# Train the model and look at the results
# says: Train
# %% fails
Train the model and look at the results
# %% mended
# Train the model and look at the results
