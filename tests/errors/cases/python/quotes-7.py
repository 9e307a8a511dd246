# rule: python_syntax.quotes
# source: constructed
# says: print\(f"\{x:\.2f\}"\)
# %% fails
print(f"{x:.2f)
