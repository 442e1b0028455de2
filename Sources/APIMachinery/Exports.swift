// Regular expressions are a room of their own, since the plug-in of the macros needs no more than them; everybody else has
// them as values among the others.
@_exported public import RegularExpressions
