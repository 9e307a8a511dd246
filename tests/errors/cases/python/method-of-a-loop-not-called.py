# rule: python_uncalled.method_as_value
# source: https://stackoverflow.com/questions/43020620 (unsupported operand type: builtin_function_or_method)
# says: longest = max\(word\.count\(\) for
# %% fails
words = ["one", "three"]
longest = max(word.count for word in words)
