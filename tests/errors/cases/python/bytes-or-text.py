# rule: python_json.bytes_or_text
# source: constructed
# says: with open\('x\.txt','w'\) as f: f\.write\(str\(5\)\)
# says: write
# %% fails
with open('x.txt','w') as f: f.write(5)
# %% mended
with open('x.txt','w') as f: f.write(str(5))
