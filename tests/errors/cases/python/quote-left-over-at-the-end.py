# rule: cells_typed.quote_left_over
# source: a learner's notebook
# says: closes nothing
# says: \+ str\(pred\)$
# %% before
pred = 3
# %% fails
s = "The predicted score is " + str(pred)"
# %% mended
s = "The predicted score is " + str(pred)
