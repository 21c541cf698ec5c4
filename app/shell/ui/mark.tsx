/** Folkmoot's own mark: people sitting round a tree. It says nothing that the name beside it does not. */
export function Mark() {
  return (
    <svg className="page-header__mark" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true" focusable="false">
      <g fill="currentColor">
        <circle cx="16" cy="11" r="8" />
        <path d="M14.75 17h2.5v7h-2.5z" />
        <circle cx="4.5" cy="20.5" r="2" />
        <circle cx="8.8" cy="25.6" r="2" />
        <circle cx="16" cy="28" r="2" />
        <circle cx="23.2" cy="25.6" r="2" />
        <circle cx="27.5" cy="20.5" r="2" />
      </g>
    </svg>
  );
}
