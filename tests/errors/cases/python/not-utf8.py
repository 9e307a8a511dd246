# rule: python_files.not_utf8
# source: constructed
# says: open\(file, encoding='latin\-1'\)
# says: encoding
# %% before
open('x.txt','wb').write('caf\xe9'.encode('latin-1'))
# %% fails
open('x.txt', encoding='utf-8').read()
