# rule: python_spelling.other_language
# source: constructed
# says: def f\(x\):
# says: function
# %% fails
function f(x) {
  return x
}
