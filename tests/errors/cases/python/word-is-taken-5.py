# rule: python_spelling.word_is_taken
# source: constructed
# says: df\['class'\]
# says: class
# %% fails
df.class
